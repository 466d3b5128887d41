// Verifies a webhook with jose, as a receiver in Node does: says "verified", or why not.
import { createHash } from "node:crypto";
import { decodeProtectedHeader, importJWK, jwtVerify } from "jose";

const { jwt, jwk, body } = JSON.parse(process.argv[2]);
try {
  if (decodeProtectedHeader(jwt).alg !== "ES256") throw new Error("another algorithm");
  const { payload } = await jwtVerify(jwt, await importJWK(jwk, "ES256"), { algorithms: ["ES256"] });
  const digest = createHash("sha256").update(Buffer.from(body, "base64")).digest("hex");
  if (payload.request_body_sha256 !== digest) throw new Error("another body");
  process.stdout.write("verified");
} catch (error) {
  process.stdout.write(`refused: ${error.message}`);
}
