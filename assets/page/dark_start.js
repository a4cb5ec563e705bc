// Lets a page come up dark on a machine whose theme is light, where the person chose a dark look.
// The client's first frames are in the system's theme, for it has not heard of the diary's yet: a white flash in a dark room.
// So it hears of a dark system until the first screen stands, and of the real one from then on. The client's own screen before
// that, “Working…”, is light in any system, and stays behind a veil.
{
  const STANDS = 3000; // milliseconds after which the look of the first screen has come, and no change of the system's shows
  const DRAWN = 500; // milliseconds in which the picture follows the tree for screen readers, on a busy machine too
  const LONGEST = 15000; // milliseconds of the veil: whatever came then may be what the person has to see

  const ask = window.matchMedia.bind(window);
  const queries = [];
  let isReal = false;

  window.matchMedia = (media) => {
    const real = ask(media);
    if (isReal || !media.includes("prefers-color-scheme")) return real;
    const query = new EventTarget();
    const tell = () => query.dispatchEvent(new MediaQueryListEvent("change", { media, matches: real.matches }));
    Object.defineProperties(query, {
      media: { value: media },
      matches: { get: () => (isReal ? real.matches : media.includes("dark")) },
      addListener: { value: (hear) => query.addEventListener("change", hear) },
      removeListener: { value: (hear) => query.removeEventListener("change", hear) },
    });
    real.addEventListener("change", () => isReal && tell());
    queries.push(() => real.matches === media.includes("dark") || tell());
    return query;
  };

  const veil = document.createElement("style");
  veil.textContent = "flutter-view { opacity: 0 }";
  document.head.append(veil);
  setTimeout(() => veil.remove(), LONGEST);

  const wait = () => {
    if (!document.querySelector("[flt-tappable]")) return setTimeout(wait, 30);
    setTimeout(() => veil.remove(), DRAWN);
    setTimeout(() => {
      isReal = true;
      for (const tellOfChange of queries) tellOfChange();
    }, STANDS);
  };
  wait();
}
