// Signs webhooks as Plaid's own servers do, with Node's crypto alone: the first argument is JSON {kid, bodies, iat}.
import { createHash, generateKeyPairSync, sign } from "node:crypto";

const { kid, bodies, iat } = JSON.parse(process.argv[2]);
const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const part = (told) => Buffer.from(JSON.stringify(told)).toString("base64url");

const tokens = bodies.map((body) => {
  const digest = createHash("sha256").update(Buffer.from(body, "base64")).digest("hex");
  const signed = `${part({ alg: "ES256", kid, typ: "JWT" })}.${part({ iat, request_body_sha256: digest })}`;
  const signature = sign("sha256", Buffer.from(signed), { key: privateKey, dsaEncoding: "ieee-p1363" });
  return `${signed}.${signature.toString("base64url")}`;
});
const { x, y } = publicKey.export({ format: "jwk" });
const jwk = { alg: "ES256", created_at: iat - 60, crv: "P-256", expired_at: null, kid, kty: "EC", use: "sig", x, y };
process.stdout.write(JSON.stringify({ jwk, tokens }));
