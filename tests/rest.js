// Tells when a page is at rest: nothing is drawn any more, nothing comes from the program, and nothing is awaited of it.
(() => {
  const FRAME = 60; // milliseconds between two frames at least
  const STALLED = 500; // milliseconds in which Chromium gives a frame if it gives one at all

  let last = performance.now(); // when something was drawn, sent or received
  let isAwaited = false; // whether what was sent last has had no answer yet; some acts have none
  const stamp = () => (last = performance.now());

  // Headless Chromium on a busy machine now and then gives a page no frame until a picture is taken of it. Then Flutter
  // gets its turn from here, so that its tree follows; a picture makes Chromium draw what it then holds.
  // Half of the work of a page is drawing what moves: here it moves in larger steps, over the same time.
  const draw = window.requestAnimationFrame.bind(window);
  let drawn = -FRAME;
  const drawNow = (turn) =>
    draw((time) => {
      drawn = performance.now();
      turn(time);
    });
  const frame = (turn) => {
    const left = drawn + FRAME - performance.now();
    if (left <= 0) drawNow(turn);
    else setTimeout(drawNow, left, turn);
  };

  window.requestAnimationFrame = (callback) => {
    stamp();
    let isOver = false;
    const turn = (time) => {
      if (isOver) return;
      isOver = true;
      stamp();
      callback(time);
    };
    setTimeout(() => turn(performance.now()), STALLED);
    frame(turn);
    return 1; // nobody takes a frame back
  };

  window.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given);
      super.addEventListener("message", () => {
        isAwaited = false;
        stamp();
      });
    }
    send(data) {
      isAwaited = true;
      stamp();
      super.send(data);
    }
  };

  // True once nothing has happened for so many milliseconds from now on, longer where an answer is due; false where the
  // page did not come to rest within `most`, as while a ring turns.
  window.atRest = (quiet, answer, most) =>
    new Promise((done) => {
      const begun = stamp();
      const look = () => {
        const now = performance.now();
        if (now - last >= (isAwaited ? answer : quiet)) done(true);
        else if (now - begun >= most) done(false);
        else setTimeout(look, 15);
      };
      look();
    });
})();
