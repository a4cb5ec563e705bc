// A page that shows late what the program sends: by as many milliseconds as window.lateness says.
window.lateness = 0;
window.WebSocket = class extends WebSocket {
  addEventListener(kind, listener, options) {
    const late = (event) => setTimeout(() => listener.handleEvent?.(event) ?? listener(event), window.lateness);
    super.addEventListener(kind, kind === "message" ? late : listener, options);
  }
  set onmessage(listener) {
    this.addEventListener("message", listener);
  }
};
