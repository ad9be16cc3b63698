// Merges the same bundles with PouchDB: node pouch.mjs BUNDLES FOLDER. Run by docs/build_peers.py.
// Two sources replicate into an empty target, as its users do it; what the sources do themselves is not measured.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const require = createRequire(process.cwd() + "/");
const PouchDB = require("pouchdb-core")
  .plugin(require("pouchdb-adapter-leveldb"))
  .plugin(require("pouchdb-replication"));
const [given, folder] = process.argv.slice(2);
const open = (name) => new PouchDB(path.join(folder, name), { adapter: "leveldb" });
const cpu = () => { const used = process.cpuUsage(); return (used.user + used.system) / 1e6; };
const files = fs.readdirSync(given).filter((name) => name.endsWith(".jsonl")).sort();
const third = files.length / 3;
const read = (name) => fs.readFileSync(path.join(given, name), "utf8").split("\n").map((line) => JSON.parse(line));
const how = { batch_size: 1000, batches_limit: 2 };

const [one, other, target] = ["one", "other", "target"].map(open);
for (const name of files.slice(0, third))
  await one.bulkDocs(read(name).map((line) => ({ _id: line.id, ...line.f })));
await one.replicate.to(other, how);
let seconds = 0;
const measured = async (work) => { const before = cpu(); await work(); seconds += cpu() - before; };
await measured(() => one.replicate.to(target, how));
const changed = async (kept, names) => {
  for (const name of names) {
    const lines = read(name);
    const found = await kept.allDocs({ keys: lines.map((line) => line.id), include_docs: true });
    await kept.bulkDocs(found.rows.map((row, place) => ({ ...row.doc, ...lines[place].f })));
  }
};
await changed(one, files.slice(third, 2 * third));
await changed(other, files.slice(2 * third));
await measured(() => one.replicate.to(target, how));
await measured(() => other.replicate.to(target, how));
await target.close();
const weigh = (top) => fs.readdirSync(top, { recursive: true })
  .map((name) => fs.statSync(path.join(top, name))).filter((file) => file.isFile())
  .reduce((sum, file) => sum + file.size, 0);
const peak = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ seconds, peak, size: weigh(path.join(folder, "target")) }));
process.exit(0);
