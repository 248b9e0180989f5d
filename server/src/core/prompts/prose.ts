/** UTF-16 units of a text in which signs of a prompt are looked for. */
export const sampleSize = 20_000;

const addressed =
  /\b(?:you are|you're|your (?:task|job|goal|role|mission) is|act as|you will (?:be|receive)|respond (?:only|with)|given the following|answer the (?:question|following))\b/i;

/** The text tells somebody who they are and what to do, as prompts do. */
export const addressesModel = (text: string): boolean => addressed.test(text.slice(0, sampleSize));
