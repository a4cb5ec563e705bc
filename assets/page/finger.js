// Nothing that comes up under the finger is tapped by it, and the same thing tapped twice in a moment is tapped once.
//
// A tap can make something else come to its own place: a card goes and the next one slides up. Whoever taps twice, half
// awake, would hit that as well. Nobody can have seen and judged it so soon, so this second tap is none. Nor can anyone
// have judged what a tap on an answer did; only of what goes step by step does each tap count. The program looks at the
// same, for keys too, but hears of a tap later, on a busy machine so much that two would seem far apart.
//
// The page's tree for screen readers, which is read here, follows the picture a moment later: where a tap beside a
// dialog closed it, the tree says still that nothing can be tapped there, while a button may lie there already. So two
// taps on nothing in a moment are one. A finger that moved has scrolled, and its next touch may begin anywhere.

(() => {
  const MOMENT = 500; // milliseconds after a tap
  const TO_SEE = 300; // milliseconds after something came up in which nobody can have seen and judged it
  const WATCHED = 3000; // milliseconds after a tap for which its place is watched
  const ROUND = 50; // milliseconds between two looks at it
  const REACH = 12; // pixels between two taps of a finger that means one place

  const steps = new RegExp(`^(?:${window.stepNames})$`, "s"); // of which each tap counts, by their names

  let last = null; // the tap before
  let stray = null; // the pointer that taps what came up, until it is lifted

  // While a dialog goes, the tree may hold nothing that can be tapped.
  const hasTree = () => document.querySelector("flt-semantics") !== null;

  const isField = (target) => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

  const isFar = (from, event) => Math.hypot(event.clientX - from.x, event.clientY - from.y) > REACH;

  // What names a button beside the mouse lies over the whole page in the tree, and takes no tap: it is looked through.
  // What lies behind a dialog is not in the tree.
  const nodeAt = (x, y) => {
    for (const element of document.elementsFromPoint(x, y)) {
      const node = element.closest("[flt-tappable]");
      if (node) return node;
    }
    return null;
  };

  const wordOf = (node) => node?.getAttribute("aria-label") ?? node?.textContent ?? "";

  const isStep = (name) => steps.test(name);

  function isStray(tap) {
    if (!last || tap.field) return false;
    const soon = tap.at - last.at < MOMENT;
    if (tap.word === "" && last.word === "") return soon && !last.field && hasTree();
    // What moved away keeps its node; what comes up in its place under the same name is another one.
    const isSame = tap.word === last.word && (tap.node === last.node || !tap.far);
    if (isSame) return soon && !isStep(tap.word);
    if (tap.far) return false;
    look();
    return soon || tap.at - last.changed < TO_SEE;
  }

  function look() {
    const now = wordOf(nodeAt(last.x, last.y));
    if (now !== last.seen) Object.assign(last, { seen: now, changed: performance.now() });
  }

  function watch(tap) {
    if (tap !== last || performance.now() - tap.at > WATCHED) return;
    look();
    setTimeout(watch, ROUND, tap);
  }

  function begin(event) {
    if (!event.isPrimary) return go(event); // a second finger beside the first one: two that zoom are no two taps
    const { timeStamp: at, clientX: x, clientY: y, target } = event;
    const node = nodeAt(x, y);
    const far = last !== null && isFar(last, event);
    const tap = { at, x, y, node, word: wordOf(node), field: isField(target), far };
    if (isStray(tap)) {
      stray = event.pointerId;
      stop(event);
    } else {
      stray = null;
      last = { ...tap, seen: tap.word, changed: -Infinity };
      setTimeout(watch, ROUND, last);
    }
  }

  function go(event) {
    if (stray !== null) stop(event);
  }

  function move(event) {
    if (event.buttons && last && isFar(last, event)) last = null;
  }

  function stop(event) {
    event.stopImmediatePropagation();
    event.preventDefault();
  }

  addEventListener("pointerdown", begin, true);
  addEventListener("pointermove", move, true);
  for (const kind of ["pointerup", "mousedown", "mouseup", "touchstart", "touchend"]) addEventListener(kind, go, true);
  addEventListener("click", (event) => (go(event), (stray = null)), true);
  // What is moved by hand between two taps comes up on purpose.
  for (const kind of ["wheel", "keydown"]) addEventListener(kind, () => (last = null), true);
})();
