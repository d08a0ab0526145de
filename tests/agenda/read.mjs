// Reads calendar files with ical.js, strictly; prints what it understood as JSON, a file a line.
// node read.mjs <ical.js> <file>…
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [library, ...files] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(library));
if (!ICAL.design.strict) throw new Error("ical.js is not strict");

function told(event) {
  const zone = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
  return {
    uid: event.uid,
    summary: event.summary,
    sequence: event.sequence,
    status: event.component.getFirstPropertyValue("status"),
    start: zone(event.startDate),
    end: zone(event.endDate),
  };
}

for (const file of files) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf-8")));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const events = calendar.getAllSubcomponents("vevent").map((one) => told(new ICAL.Event(one)));
  console.log(JSON.stringify(events));
}
