import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Io, UsageError } from './io.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/** One command of the command line: its help is written from this. */
export interface Command {
  readonly name: string;
  /** "scan [PATH...]" */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Per option: placeholder of its value (none for switches) and what it does. */
  readonly options: Readonly<Record<string, OptionHelp>>;
  run(args: Arguments, io: Io): Promise<number>;
}

export interface OptionHelp {
  readonly value?: string;
  readonly help: string;
}

export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

/** Reads the arguments of a command; throws `UsageError` on anything it does not know. */
export function readArguments(command: Command, args: readonly string[]): Arguments {
  const options: Options = { help: { type: 'boolean', short: 'h' } };
  for (const [name, { value }] of Object.entries(command.options)) {
    options[name] = { type: value === undefined ? 'boolean' : 'string' };
  }
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { positionals, values: values as Arguments['values'] };
  } catch (error) {
    throw new UsageError(firstLine(error));
  }
}

/** The value of an option that has to be one of a list. */
export function choice<T extends string>(
  args: Arguments,
  name: string,
  allowed: readonly T[],
  byDefault: T,
): T {
  const given = args.values[name];
  if (given === undefined) return byDefault;
  const found = allowed.find((candidate) => candidate === given);
  if (found === undefined)
    throw new UsageError(
      `unknown value "${String(given)}" for --${name}; choose one of ${allowed.join(', ')}`,
    );
  return found;
}

export function text(args: Arguments, name: string): string | undefined {
  const given = args.values[name];
  return typeof given === 'string' ? given : undefined;
}

export const isSet = (args: Arguments, name: string): boolean => args.values[name] === true;

export function helpOf(command: Command): string {
  const rows = Object.entries(command.options).map(([name, { value, help }]) => [
    `--${name}${value === undefined ? '' : ` ${value}`}`,
    help,
  ]);
  const width = Math.max(0, ...rows.map(([left = '']) => left.length));
  return [
    `Usage: sallyport ${command.usage}`,
    '',
    command.summary,
    ...(rows.length === 0 ? [] : ['', 'Options:']),
    ...rows.map(([left = '', right]) => `  ${left.padEnd(width)}  ${right}`),
    '',
  ].join('\n');
}

/** The first line of an error's message, without Node's advice after it. */
export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split(/\n|\. To specify/)[0] ?? '';
