import type { VariableId } from '../../ir/instruction.js';
import type { TypeReference } from '../../ir/module.js';
import type { ClassBuilder } from '../builder.js';

/** A member as far as its name has to be known before any code is lowered. */
export interface MemberName {
  readonly isStatic: boolean;
  readonly type?: TypeReference | undefined;
}

/** A class while its code is lowered. */
export interface ClassContext {
  readonly built: ClassBuilder;
  /** Holds the class; anonymous classes have none. */
  readonly variable?: VariableId;
  readonly fields: ReadonlyMap<string, MemberName>;
  readonly methods: ReadonlyMap<string, MemberName>;
  /** It may have members that this file does not show. */
  readonly isDerived: boolean;
  /** The class around. */
  readonly outer?: ClassContext | undefined;
  /** Holds the instance of the class around: local and anonymous classes see it. */
  readonly outerThis?: VariableId | undefined;
}
