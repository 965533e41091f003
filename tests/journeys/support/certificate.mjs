// A certificate of this machine for one test run.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "./desk.mjs";

/** `{key, cert, file}`: for 127.0.0.1 and localhost, signed by itself; `file` holds it for those who check. */
export function makeCertificate() {
  const folder = temporaryFolder();
  const [key, file] = ["key.pem", "cert.pem"].map((name) => path.join(folder, name));
  execFileSync(
    "openssl",
    [
      ...[
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
      ],
      ...[
        "-subj",
        "/CN=localhost",
        "-addext",
        "subjectAltName=IP:127.0.0.1,DNS:localhost",
        "-keyout",
        key,
        "-out",
        file,
      ],
    ],
    { stdio: "ignore" },
  );
  return { key: readFileSync(key), cert: readFileSync(file), file };
}
