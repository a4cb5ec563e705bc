// Tells when a page is at rest: nothing is drawn any more, nothing comes from the program, and nothing is awaited of it.
(() => {
  const STALLED = 500; // milliseconds in which Chromium gives a frame if it gives one at all

  let last = performance.now(); // when something was drawn, sent or received
  let isAwaited = false; // whether what was sent last has had no answer yet; some acts have none
  const stamp = () => (last = performance.now());

  // Headless Chromium on a busy machine now and then gives a page no frame until a picture is taken of it. Then Flutter
  // gets its turn from here, so that its tree follows; a picture makes Chromium draw what it then holds.
  const frame = window.requestAnimationFrame.bind(window);
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
    return frame(turn);
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
