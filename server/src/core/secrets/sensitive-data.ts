import type { Location } from '../finding.js';
import type { SecretContext } from './secret.js';

/** Something confidential in a text that is no secret: data about a person, or the name of a machine inside a company. Masked. */
export interface SensitiveData {
  /** "us-ssn", "email", "internal-host". */
  readonly type: string;
  readonly kind: 'personal' | 'internal-host';
  /** For the middle of a sentence: "payment card number". */
  readonly name: string;
  readonly location: Location;
  readonly masked: string;
  readonly severity: 'warning' | 'info';
  readonly context: SecretContext;
}
