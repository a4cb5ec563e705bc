// Stands between Flet's client and its websocket.
//
// The websocket brings everything in the diary, and the cookie alone does not open it: browsers send that to every server
// of this machine, whatever its port. The key lies where only pages of this port can read it.

(() => {
  const key = localStorage.getItem("night-cramp-diary-key") ?? "";

  window.WebSocket = class extends WebSocket {
    constructor(address, protocols) {
      const withKey = new URL(address, location.href);
      withKey.searchParams.set("key", key);
      super(withKey, protocols);
    }
  };
})();
