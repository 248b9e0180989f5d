/** UTF-16 units of a text in which signs of a prompt are looked for. */
export const sampleSize = 20_000;

const addressed =
  /\b(?:you are|you're|your (?:task|job|goal|role|mission) is|act as|you will (?:be|receive)|respond (?:only|with)|given the following|answer the (?:question|following))\b/i;

/** "You are" in other languages, where it begins a sentence. */
const addressedElsewhere =
  /(?:^|[.!?:>\n。！]\s{0,3})(?:du bist|sie sind|ihre aufgabe|deine aufgabe|tu es|vous êtes|ta tâche|votre tâche|eres|usted es|tu tarea|sei un|tu sei|lei è|você é|tu és|sua tarefa|je bent|u bent|du är|du er|olet|jesteś|jste|jsi|ești|sen bir|siz bir|sen,|ты|вы|ти|ви)\s|(?:あなたは|君は|你是|您是|妳是|당신은|너는|너의 역할)/i;

/** The text tells somebody who they are and what to do, as prompts do. */
export const addressesModel = (text: string): boolean => {
  const sample = text.slice(0, sampleSize);
  return addressed.test(sample) || addressedElsewhere.test(sample);
};
