// Plaid's own Node client, with only the host changed: does a piece of work and says what it saw as JSON.
import { Configuration, PlaidApi } from "plaid";

const [basePath, clientId, secret] = process.argv.slice(2);
const headers = { "PLAID-CLIENT-ID": clientId, "PLAID-SECRET": secret, "Plaid-Version": "2020-09-14" };
const client = new PlaidApi(new Configuration({ basePath, baseOptions: { headers } }));
const seen = {};

const refused = async (call) => {
  try {
    await call();
  } catch (error) {
    return { status: error.response.status, ...error.response.data };
  }
  throw new Error("the call was not refused");
};

const link = await client.linkTokenCreate({
  client_name: "BudgetSync", language: "en", country_codes: ["US"], user: { client_user_id: "somebody" },
  products: ["transactions"], transactions: { days_requested: 90 }, hosted_link: {},
});
const told = await client.linkTokenGet({ link_token: link.data.link_token });
seen.link = { url: link.data.hosted_link_url, sessions: told.data.link_sessions, name: told.data.metadata.client_name };

const { data: { public_token } } = await client.sandboxPublicTokenCreate({
  institution_id: "ins_109508", initial_products: ["transactions"], options: { webhook: "http://127.0.0.1:9/" },
});
const { data: { access_token, item_id } } = await client.itemPublicTokenExchange({ public_token });
seen.item = item_id === (await client.itemGet({ access_token })).data.item.item_id;
seen.accounts = (await client.accountsGet({ access_token })).data.accounts.map((one) => one.name);
seen.balances = (await client.accountsBalanceGet({ access_token })).data.accounts.length;

let cursor = "", more = true;
seen.rows = 0;
while (more) {
  const { data } = await client.transactionsSync({ access_token, cursor, count: 100 });
  seen.rows += data.added.length;
  seen.status = data.transactions_update_status;
  cursor = data.next_cursor;
  more = data.has_more;
}
const dated = await client.transactionsGet({ access_token, start_date: "2024-01-01", end_date: "2026-12-31" });
seen.total = dated.data.total_transactions;
seen.recurring = Array.isArray((await client.transactionsRecurringGet({ access_token })).data.inflow_streams);
seen.refreshed = Boolean((await client.transactionsRefresh({ access_token })).data.request_id);
seen.categories = (await client.categoriesGet({})).data.categories.length;
const listed = await client.institutionsGet({ count: 5, offset: 0, country_codes: ["US"] });
seen.institutions = listed.data.total;
const found = await client.institutionsSearch({ query: "Platypus", country_codes: ["US"] });
seen.found = found.data.institutions.map((one) => one.institution_id);
const one = await client.institutionsGetById({
  institution_id: "ins_109508", country_codes: ["US"], options: { include_optional_metadata: true },
});
seen.url = one.data.institution.url;
await client.sandboxTransactionsCreate({
  access_token,
  transactions: [{ date_transacted: "2026-06-15", date_posted: "2026-06-15", amount: 1.5, description: "From Node" }],
});
const news = await client.transactionsSync({ access_token, cursor });
seen.news = news.data.added.map((row) => row.name);
seen.fired = (await client.sandboxItemFireWebhook({ access_token, webhook_code: "DEFAULT_UPDATE" })).data.webhook_fired;
await client.itemWebhookUpdate({ access_token, webhook: "http://127.0.0.1:9/other" });
const { data: { new_access_token } } = await client.itemAccessTokenInvalidate({ access_token });
await client.sandboxItemResetLogin({ access_token: new_access_token });
seen.locked = (await refused(() => client.transactionsSync({ access_token: new_access_token }))).error_code;
await client.itemRemove({ access_token: new_access_token });
seen.gone = await refused(() => client.itemRemove({ access_token: new_access_token }));
seen.unknown = await refused(() => client.transactionsSync({ access_token: new_access_token, colour: "red" }));
process.stdout.write(JSON.stringify(seen));
