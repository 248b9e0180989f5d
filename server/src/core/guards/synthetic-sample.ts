import type { Remedy } from '../fixes/remedy.js';
import { personalDataTypes } from '../secrets/personal/find.js';

/** Puts made-up values of the same form in the place of personal data in a prompt, everywhere in the file. */
export const syntheticSample: Remedy = {
  offer: ({ location, variant }, { surface, project }) => {
    const { path } = location;
    const same = (surface.sensitiveData ?? []).filter(
      (data) => data.kind === 'personal' && data.type === variant && data.location.path === path,
    );
    const type = personalDataTypes.find(({ id }) => id === variant);
    if (same.length === 0 || type === undefined || project.file(path) === undefined) return [];
    const newText = type.sample;
    return [
      {
        id: 'synthetic-sample',
        title: `Replace each ${type.name} by a made-up one`.slice(0, 70),
        safety: 'unsafe',
        preferred: true,
        changes: [{ path, edits: same.map((data) => ({ range: data.location.range, newText })) }],
      },
    ];
  },
};
