// A name server of this machine that knows what it is told: `{name: {a, aaaa, mx, txt}}`, and nothing else.
import dgram from "node:dgram";

const types = { a: 1, aaaa: 28, mx: 15, txt: 16 };

const encoded = (name) =>
  Buffer.concat([
    ...name.split(".").map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])),
    Buffer.from([0]),
  ]);

const data = {
  a: (address) => Buffer.from(address.split(".").map(Number)),
  aaaa: (address) =>
    Buffer.from(address.split(":").flatMap((part) => [...Buffer.from(part.padStart(4, "0"), "hex")])),
  mx: (name) => Buffer.concat([Buffer.from([0, 10]), encoded(name)]),
  txt: (text) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]),
};

function read(question) {
  const labels = [];
  let at = 12;
  for (; question[at] !== 0; at += question[at] + 1)
    labels.push(question.subarray(at + 1, at + 1 + question[at]).toString());
  const type = question.readUInt16BE(at + 1);
  return { name: labels.join(".").toLowerCase(), type, end: at + 5 };
}

function answer(question, known) {
  const { name, type, end } = read(question);
  const kind = Object.keys(types).find((each) => types[each] === type);
  const records = known[name]?.[kind] ?? [];
  const head = Buffer.from(question.subarray(0, 12));
  head.writeUInt16BE(known[name] ? 0x8580 : 0x8583, 2);
  head.writeUInt16BE(records.length, 6);
  head.writeUInt32BE(0, 8);
  const rows = records.map((record) => {
    const bytes = data[kind](record);
    const row = Buffer.alloc(12);
    row.writeUInt16BE(0xc00c, 0);
    row.writeUInt16BE(type, 2);
    row.writeUInt16BE(1, 4);
    row.writeUInt32BE(60, 6);
    row.writeUInt16BE(bytes.length, 10);
    return Buffer.concat([row, bytes]);
  });
  return Buffer.concat([head, question.subarray(12, end), ...rows]);
}

/** `{place, close}`; place is its address and port. */
export async function openNames(known) {
  const socket = dgram.createSocket("udp4");
  socket.on("message", (question, from) => socket.send(answer(question, known), from.port, from.address));
  await new Promise((resolve) => socket.bind(0, "127.0.0.1", resolve));
  return {
    place: `127.0.0.1:${socket.address().port}`,
    close: () => new Promise((resolve) => socket.close(resolve)),
  };
}
