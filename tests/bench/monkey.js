// What a hand sees and touches of the page, read from its tree for screen readers.
(() => {
  const name = (node) => node.getAttribute("aria-label") || node.textContent;
  const tappable = () => [...document.querySelectorAll("[flt-tappable]")];
  const said = /^(Saved: |One more cramp\.$|Cramp \d+ removed\.$|Covers, socks and room copied)/;

  const cramps = () =>
    [...document.querySelectorAll("h2")]
      .map((node) => ({ number: /^Cramp (\d+)$/.exec(node.textContent)?.[1], top: node.getBoundingClientRect().top }))
      .filter((heading) => heading.number);
  const otherHeadings = () =>
    [...document.querySelectorAll("h2")].filter((node) => !/^Cramp \d+$/.test(node.textContent));

  const around = (node) => {
    const top = node.getBoundingClientRect().top;
    const cards = cramps();
    const above = cards.filter((card) => card.top <= top).at(-1);
    const chosen = tappable().find((each) => / → /.test(each.textContent) && each.getBoundingClientRect().top < 110);
    const news = [...document.querySelectorAll("flt-semantics > span")].find((each) => said.test(each.textContent));
    return {
      name: name(node),
      night: chosen ? chosen.textContent : "",
      cramp: above ? Number(above.number) : null,
      cramps: cards.length,
      notice: news ? news.textContent : "",
    };
  };

  window.taps = [];
  let under = null;
  document.addEventListener("pointerdown", (event) => (under = event.target.closest("[flt-tappable]")), true);
  // On the document, after whatever the page itself hears first.
  document.addEventListener(
    "click",
    (event) => {
      const { clientX: x, clientY: y } = event;
      const node = document.elementsFromPoint(x, y).map((each) => each.closest("[flt-tappable]")).find(Boolean);
      if (node) window.taps.push({ at: (performance.timeOrigin + event.timeStamp) / 1000, x, y, ...around(node), under: under && name(under) });
    },
    true,
  );

  // Whether the tree says that nothing can be tapped there. While it is built anew, it has gaps where the picture has none,
  // and a tap there could not be told by name.
  window.isBare = (x, y) => !document.elementsFromPoint(x, y).some((each) => each.closest("[flt-tappable]"));

  // Where the page is: its address, and the night in the heading.
  window.place = () => {
    const heading = tappable().find((each) => / → /.test(each.textContent) && each.getBoundingClientRect().top < 110);
    return `${location.pathname} ${heading?.textContent ?? ""}`;
  };

  // What is seen is what was drawn: a browser that stopped drawing for a while is waited for.
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

  window.inReach = async () => {
    await drawn();
    return tappable()
      .map((node) => ({ node, box: node.getBoundingClientRect() }))
      .filter(({ node, box }) => {
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return false;
        return document.elementFromPoint(x, y)?.closest("[flt-tappable]") === node;
      })
      .map(({ node, box }) => ({ name: name(node), x: box.x, y: box.y, width: box.width, height: box.height }));
  };

  window.chosen = () =>
    tappable()
      .filter((node) => node.getAttribute("aria-checked") === "true" || node.getAttribute("aria-current") === "true")
      .map((node) => around(node));

  // The numbers of the cramps of which everything is shown.
  window.opened = () => cramps().map((card, at, all) => {
    const below = all[at + 1]?.top ?? Infinity;
    const less = tappable().filter((node) => name(node) === "Less about this cramp").map((node) => node.getBoundingClientRect().top);
    return less.some((top) => top > card.top && top < below) ? Number(card.number) : 0;
  });

  window.canGoBack = () => navigation.canGoBack && navigation.currentEntry.index > (window.firstEntry ??= navigation.currentEntry.index);
})();
