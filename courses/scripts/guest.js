/* On the screens of people who keep no register: a trainer who had this phone before leaves it now. The
   script that does so is loaded only then. */
const site = JSON.parse(document.getElementById("sala-offline")?.textContent ?? "{}");
const before = localStorage.getItem("sala-owner");
if (before && before !== site.owner) import(site.script);
