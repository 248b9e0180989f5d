import { personas, severities } from '../finding.js';

/** What a value of the policy file may be. Reader, JSON schema and messages come from the same data. */
export type Shape =
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly about: string }
  | { readonly kind: 'text'; readonly about: string }
  | { readonly kind: 'rule'; readonly about: string }
  | { readonly kind: 'list'; readonly item: Shape; readonly about: string }
  /** Keys are rule ids. */
  | { readonly kind: 'rule-map'; readonly value: Shape; readonly about: string }
  | {
      readonly kind: 'object';
      readonly properties: Readonly<Record<string, Property>>;
      readonly about: string;
    };

export interface Property {
  readonly shape: Shape;
  readonly required?: true;
}

export const policyShape = {
  kind: 'object',
  about: 'Policy of Sallyport for the folder of this file and everything below it.',
  properties: {
    persona: {
      shape: {
        kind: 'choice',
        values: personas,
        about:
          'Who reads the findings: `regular` for everyday work, `strict` for more, `audit` for all of it.',
      },
    },
    rules: {
      shape: {
        kind: 'rule-map',
        value: {
          kind: 'choice',
          values: [...severities, 'off'],
          about: 'Severity of the rule here, or `off`.',
        },
        about: 'Another severity per rule, or `off`.',
      },
    },
    exclude: {
      shape: {
        kind: 'list',
        item: { kind: 'text', about: 'Glob, relative to the folder of this file: `fixtures/**`.' },
        about: 'Files that are left out. A path that is named on the command line is scanned all the same.',
      },
    },
    exceptions: {
      shape: {
        kind: 'list',
        item: {
          kind: 'object',
          about: 'An accepted finding.',
          properties: {
            rule: { shape: { kind: 'rule', about: 'Id of the rule.' }, required: true },
            path: {
              shape: { kind: 'text', about: 'File or glob, relative to the folder of this file.' },
              required: true,
            },
            reason: { shape: { kind: 'text', about: 'Why it is accepted.' }, required: true },
            fingerprint: { shape: { kind: 'text', about: 'Restricts the exception to one finding.' } },
          },
        },
        about:
          'Accepted findings in files that take no comment: JSON, and prompts, where the model would read it.',
      },
    },
  },
} as const satisfies Shape;

/** The JSON schema of `sallyport.yaml`, for completion and checks in editors. */
export const policyJsonSchema = (ruleIds: readonly string[]): Record<string, unknown> => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'sallyport.yaml',
  ...jsonSchema(policyShape, ruleIds),
});

/** The shapes nest a fixed number of levels. */
function jsonSchema(shape: Shape, ruleIds: readonly string[]): Record<string, unknown> {
  const description = shape.about.replace(/`/g, '');
  const documented = { description, markdownDescription: shape.about };
  switch (shape.kind) {
    case 'choice':
      return { ...documented, enum: shape.values };
    case 'text':
      return { ...documented, type: 'string', minLength: 1 };
    case 'rule':
      return { ...documented, type: 'string', enum: ruleIds };
    case 'list':
      return { ...documented, type: 'array', items: jsonSchema(shape.item, ruleIds) };
    case 'rule-map': {
      const value = jsonSchema(shape.value, ruleIds);
      return {
        ...documented,
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(ruleIds.map((id) => [id, value])),
      };
    }
    case 'object': {
      const properties = Object.entries(shape.properties);
      const required = properties.filter(([, p]) => p.required === true).map(([name]) => name);
      return {
        ...documented,
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(properties.map(([name, p]) => [name, jsonSchema(p.shape, ruleIds)])),
        ...(required.length > 0 ? { required } : {}),
      };
    }
  }
}
