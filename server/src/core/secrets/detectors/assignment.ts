import type { SecretFormat } from '../formats/format.js';
import { isAlphabet, sampleSign } from '../sample.js';
import { isStockPassword } from '../stock-values.js';
import { type AssignedValue, assignedValues } from './assigned-value.js';
import { type Detector, type SecretKind, specificity } from './detector.js';
import {
  isFileName,
  isHarmlessName,
  keyNames,
  nameAround,
  passwordNames,
  standingOf,
  vagueNames,
} from './secret-names.js';
import { isKey, isPassword, isStrictKey, mayBeKey } from './secret-values.js';

const genericKey: SecretKind = { id: 'generic-key', provider: '', noun: 'key' };
const genericPassword: SecretKind = { id: 'generic-password', provider: '', noun: 'password' };

/**
 * Recognises values of things named "api_key", "secret", "password". The name is all there is to go by, so the value must look like nothing
 * else: rich in characters, and no word, name, path, placeholder or expression.
 */
export function assignmentDetectors(formats: readonly SecretFormat[]): readonly Detector[] {
  const owners = new Map(
    formats.flatMap((format) => (format.variable ? [[format.variable, format] as const] : [])),
  );
  return [
    { scope: 'guarded', keywords: keyNames, detect: detectWith(genericKey, isKey, owners) },
    { scope: 'guarded', keywords: vagueNames, detect: detectWith(genericKey, isVagueKey, owners) },
    { scope: 'guarded', keywords: passwordNames, detect: detectWith(genericPassword, isPassword, owners) },
  ];
}

const isVagueKey = (value: string, how: AssignedValue, name: string): boolean =>
  value.length >= 20 && how.spaced !== true && isStrictKey(value) && isKey(value, how, name);

function detectWith(
  generic: SecretKind,
  accepts: (value: string, how: AssignedValue, name: string) => boolean,
  owners: ReadonlyMap<string, SecretFormat>,
): Detector['detect'] {
  return (text, start, end, report) => {
    const standing = standingOf(text, start, end);
    if (standing === 'other') return;
    for (const assigned of assignedValues(text, end)) {
      const { range } = assigned;
      const value = text.slice(range.start, range.end);
      if (standing === 'ending' && !isStrictKey(value)) continue;
      const name = nameAround(text, start, end, assigned.spaced === true);
      if (isHarmlessName(name) || isFileName(text.slice(end, range.start))) continue;
      if (!accepts(value, assigned, name)) continue;
      const owner = owners.get(name.toUpperCase());
      const sign = sampleSign(value);
      report({
        kind: owner ? { ...generic, provider: owner.provider, ...ownedBy(owner) } : generic,
        specificity: specificity.generic,
        range,
        value,
        confidence: owner && sign === 'none' ? 'medium' : 'low',
        sample:
          sign === 'strong' ||
          isAlphabet(value) ||
          (sign === 'weak' && !mayBeKey(value)) ||
          isStockPassword(value),
      });
    }
  };
}

const ownedBy = (owner: SecretFormat): Pick<SecretFormat, 'revoke' | 'variable' | 'ai'> => ({
  ...(owner.revoke && { revoke: owner.revoke }),
  ...(owner.variable && { variable: owner.variable }),
  ...(owner.ai && { ai: owner.ai }),
});
