/* On the screens of people who keep no register, and where one signs in: a trainer who had this phone
   before leaves it when somebody else is here, and a lost phone learns that it is lost. The script that
   does so is loaded only then. */
import { watchLeaving } from "./reader.js";

const site = JSON.parse(document.getElementById("sala-offline")?.textContent ?? "{}");
const before = localStorage.getItem("sala-owner");
if (before && before !== site.owner) import(site.script);
watchLeaving(!site.owner);
