import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { places } from '../places';

/** The part of `docs/openapi.yaml` that is looked at. */
interface OpenApi {
  paths: Readonly<Record<string, { post: { responses: Readonly<Record<string, object>> } }>>;
}

const document = parse(readFileSync(join(places.repository, 'docs/openapi.yaml'), 'utf8')) as OpenApi;

// Draft 07 knows all that the schemas use of OpenAPI 3.1's newer draft.
const ajv = new Ajv({ allErrors: true });
ajv.addSchema(document, 'openapi');

type SchemaName = 'TemplateRequest' | 'TemplateAnswer' | 'Refusal' | 'StatusReport';

/** The differences between a value and a schema of `docs/openapi.yaml`; empty if it fits. */
export function faultsOf(value: unknown, schema: SchemaName): string[] {
  const isRight = ajv.validate({ $ref: `openapi#/components/schemas/${schema}` }, value);
  return isRight === true ? [] : (ajv.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message ?? ''}`);
}

/** The fields of an answer of `POST templateMessage`, or of its request, that `docs/openapi.yaml` does not describe. */
export function faultsOfTemplateMessage(request: unknown, answer: { status: number; body: unknown }): string[] {
  const { status, body } = answer;
  const isTold = document.paths['/templateMessage']?.post.responses[String(status)] !== undefined;
  return [
    ...(isTold ? [] : [`the status ${status} is not documented`]),
    ...faultsOf(body, status === 200 ? 'TemplateAnswer' : 'Refusal').map((fault) => `answer ${fault}`),
    ...(status === 200 ? faultsOf(request, 'TemplateRequest').map((fault) => `request ${fault}`) : []),
  ];
}
