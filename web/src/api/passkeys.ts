import type { components } from "./schema";

// The browser speaks of passkeys in bytes, the server in base64url.

type Schemas = components["schemas"];

const bytes = (text: string) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
const text = (buffer: ArrayBuffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
const credentials = (of: Schemas["Credentials"]) => of.map(({ type, id }) => ({ type, id: bytes(id) }));

/** Whether this browser knows passkeys. */
export const passkeysHere = (): boolean => "PublicKeyCredential" in globalThis;

/** Asks the authenticator for a new passkey; nothing when the person says no. */
export async function makePasskey(
  options: Schemas["PasskeyCreation"],
): Promise<{ client_data: string; attestation: string } | undefined> {
  const made = await navigator.credentials
    .create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: credentials(options.excludeCredentials),
      } as PublicKeyCredentialCreationOptions,
    })
    .catch(() => null);
  if (!(made instanceof PublicKeyCredential)) return undefined;
  const response = made.response as AuthenticatorAttestationResponse;
  return { client_data: text(response.clientDataJSON), attestation: text(response.attestationObject) };
}

/** Asks the authenticator who it is; nothing when the person says no. */
export async function askPasskey(options: Schemas["PasskeyRequest"]): Promise<Schemas["PasskeyAnswer"] | undefined> {
  const got = await navigator.credentials
    .get({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        allowCredentials: credentials(options.allowCredentials),
      } as PublicKeyCredentialRequestOptions,
    })
    .catch(() => null);
  if (!(got instanceof PublicKeyCredential)) return undefined;
  const response = got.response as AuthenticatorAssertionResponse;
  return {
    credential: got.id,
    client_data: text(response.clientDataJSON),
    authenticator_data: text(response.authenticatorData),
    signature: text(response.signature),
  };
}
