// Stands between Flet's client and the program.
//
// The client's websocket brings everything in the diary, and the cookie alone does not open it: browsers send that to every
// server of this machine, whatever its port. The key lies where only pages of this port can read it.
//
// When the websocket closes, this script finds out whether the program is still there, says so where it is not, and loads
// the page anew once it is. Whoever answers at the port meanwhile may be a program of another user. So it is asked to prove
// that it knows the secret of this diary before the page is loaded from it again, and before the page proves the same.

(() => {
  const STORED_KEY = "night-cramp-diary-key";
  const GOING_DOWN = [1001, 1012]; // the codes with which a server that ends closes its websockets
  const SILENCE = 1500; // milliseconds without an answer after which the program counts as gone
  const TIMEOUT = 1500; // milliseconds that one answer may take
  const ROUND = 700; // milliseconds between two questions

  const key = localStorage.getItem(STORED_KEY) ?? "";
  let secret = null; // in this page's memory alone, a CryptoKey that cannot be read out
  let run = null; // which run of the program this page belongs to
  let connected = true; // until the websocket closes
  let leaving = false;
  let notice = null;

  // A websocket of the client's once the first was lost. It never connects: connected anew in the same page, the client
  // comes to a standstill.
  class SilentSocket extends EventTarget {
    readyState = WebSocket.CONNECTING;
    binaryType = "blob";
    send() {}
    close() {}
  }

  window.WebSocket = class extends WebSocket {
    constructor(address, protocols) {
      if (!connected) return new SilentSocket();
      const withKey = new URL(address, location.href);
      withKey.searchParams.set("key", key);
      super(withKey, protocols);
      this.addEventListener("close", (event) => lose(GOING_DOWN.includes(event.code)));
    }
  };

  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const bytes = (text) => new TextEncoder().encode(text);
  const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const proof = async (...parts) => hex(await crypto.subtle.sign("HMAC", secret, bytes(parts.join("\n"))));

  function post(path, headers) {
    return fetch(path, { method: "POST", headers, cache: "no-store", credentials: "same-origin" });
  }

  // The program's answer where it proved itself; null where nothing answered; else which notice that calls for.
  async function find() {
    const nonce = hex(crypto.getRandomValues(new Uint8Array(32)));
    let response;
    try {
      response = await fetch("/alive", {
        method: "POST",
        headers: { "x-diary-nonce": nonce },
        cache: "no-store",
        credentials: "omit",
        signal: AbortSignal.timeout(TIMEOUT),
      });
    } catch {
      return null;
    }
    if (!secret) return "refused"; // this page never came to know its diary, so it cannot tell who this is
    const answer = await response.json().catch(() => null);
    const due = answer && (await proof("diary", location.port, answer.run, nonce, answer.nonce));
    return due && due === answer.proof ? answer : "stranger";
  }

  async function lose(isOrderly) {
    if (!connected || leaving) return;
    connected = false;
    const since = performance.now();
    for (;;) {
      const found = await find();
      if (typeof found === "string") {
        show(found);
      } else if (found?.run === run) {
        location.reload(); // the program still holds what stood on the screen
        return;
      } else if (found) {
        if (await enter(found)) return;
      } else if (isOrderly || performance.now() - since > SILENCE) {
        show("closed");
      }
      await pause(ROUND);
    }
  }

  // Another run of the same diary answers: it gives this page a new key, and the page begins anew.
  async function enter(found) {
    const headers = { "x-diary-nonce": found.nonce, "x-diary-proof": await proof("page", location.port, found.nonce) };
    const response = await post("/resume", headers).catch(() => null);
    if (!response?.ok) return false;
    localStorage.setItem(STORED_KEY, (await response.json()).key);
    location.reload();
    return true;
  }

  function show(kind) {
    if (notice?.dataset.kind !== kind) {
      notice?.remove();
      notice = document.getElementById(`diary-${kind}`).content.firstElementChild.cloneNode(true);
      notice.dataset.kind = kind;
      document.body.append(notice);
      notice.focus();
    }
    cover();
  }

  // What stands below the notice can be neither tapped nor read aloud. The client may still add to it.
  function cover() {
    for (const element of document.body.children) {
      if (element === notice) continue;
      element.inert = true;
      element.setAttribute("aria-hidden", "true");
    }
  }

  async function learn() {
    const response = await post("/resume/secret", { "x-diary-key": key }).catch(() => null);
    if (!response) return lose(false);
    if (!response.ok) return show("refused");
    const learnt = await response.json();
    run = learnt.run;
    secret = await crypto.subtle.importKey("raw", bytes(learnt.secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  }

  addEventListener("pagehide", () => (leaving = true));
  addEventListener("pageshow", () => (leaving = false));
  addEventListener("DOMContentLoaded", learn, { once: true });
})();
