// A certified OpenID Connect provider (npm oidc-provider) on loopback, with two clients and accounts of invented people:
// the e-mail is the login's name, and verified unless the name says otherwise. Says its port when it listens.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const redirect = process.env.REDIRECT;
const port = Number(process.env.PORT);
const jwk = (type, options, alg) => ({ ...generateKeyPairSync(type, options).privateKey.export({ format: 'jwk' }), use: 'sig', alg, kid: alg });
const client = (client_id, alg, more) => ({ client_id, redirect_uris: [redirect], response_types: ['code'], grant_types: ['authorization_code'], id_token_signed_response_alg: alg, ...more });

const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [client('frist', 'RS256', { client_secret: 'hemmelig-prove:1+%' }), client('frist-public', 'ES256', { token_endpoint_auth_method: 'none' })],
    jwks: { keys: [jwk('rsa', { modulusLength: 2048 }, 'RS256'), jwk('ec', { namedCurve: 'P-256' }, 'ES256')] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['a key of the tests'] },
    pkce: { required: () => true },
    async findAccount(_, id) {
        const email = `${id.replace(/^(unverified|other)-/, '')}@fjordror.example`;
        return { accountId: id, claims: () => ({ sub: id, email, email_verified: !id.startsWith('unverified'), name: 'Rask Snøugle' }) };
    },
});
createServer(provider.callback()).listen(port, '127.0.0.1', () => console.log('listens'));
