import type { Instruction } from '../ir/instruction.js';
import type { Module } from '../ir/module.js';
import { range } from '../text/range.js';
import type { PromptDocument } from './prompt-document.js';

/**
 * A prompt file in the form in which the flow analysis knows places: a module whose top level is one constant for each message, in order, and then one
 * for each placeholder, in order. Nothing of it is run.
 */
export function promptModule({ path, messages, placeholders }: PromptDocument, text: string): Module {
  const body = [
    ...messages.map(
      ({ range: span }): Instruction => ({
        op: 'const',
        value: text.slice(span.start, span.end),
        content: span,
        range: span,
      }),
    ),
    ...placeholders.map(({ name, range: span }): Instruction => ({ op: 'const', value: name, range: span })),
  ];
  const whole = range(0, text.length);
  return {
    path,
    language: 'python',
    functions: [
      {
        id: 0,
        name: '<module>',
        qualifiedName: '<module>',
        parent: 0,
        parameters: [],
        decorators: [],
        isAsync: false,
        isGenerator: false,
        range: whole,
        nameRange: range(0, 0),
        bodyRange: whole,
        body,
      },
    ],
    classes: [],
    variables: [],
    exports: [],
    imports: [],
    comments: [],
    directives: [],
    errors: [],
    truncated: false,
  };
}
