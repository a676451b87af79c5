// A program that knows Frist by its contract alone: the client in made/ was generated from api/openapi.yaml.
import { case_, creditors, newCase } from './made';
import { client } from './made/client.gen';

declare const process: { env: Record<string, string | undefined>; exit(code: number): never }; // Node's

async function walk(org: string) {
    client.setConfig({ baseUrl: process.env.FRIST_API, auth: (way) => (way.scheme === 'bearer' ? process.env.FRIST_KEY : undefined) });
    const seen = await creditors({ throwOnError: true });
    const debtor = { name: 'Blid Fjellrev', kind: 'person', address: { street: 'Eksempelveien 1', postal_code: '5003', place: 'Bergen' } } as const;
    const started = await newCase({ path: { creditor: org }, body: { invoice: 'F900', due: '2026-01-26', amount: '12761.31', debtor }, throwOnError: true });
    const number = started.data.rows[0]?.case;
    if (!number) throw new Error('the invoice did not start');
    const read = await case_({ path: { creditor: org, case: number }, throwOnError: true });
    const wrong = await newCase({ path: { creditor: org }, body: { invoice: 'F901', due: '2026-01-26', amount: 'mye', debtor } });
    console.log(JSON.stringify({ seen: seen.data.rows.length, number, read: read.data, wrong: wrong.error, status: wrong.response.status }));
}

walk(process.env.FRIST_ORG ?? '').catch((wrong) => {
    console.error(JSON.stringify(wrong));
    process.exit(1);
});
