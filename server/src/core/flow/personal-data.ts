/**
 * Names of fields that hold data about a person. Only whole names, so that `email_template` and `address_bar` stay out.
 */
const PERSONAL =
  /^(?:(?:user|customer|patient|client|contact|home|work|billing|shipping|recipient|sender)_?)?(?:e_?mail(?:_?address)?|phone(?:_?number)?|mobile(?:_?number)?|ssn|social_?security(?:_?number)?|iban|(?:credit_?)?card_?number|credit_?card|date_?of_?birth|birth_?date|dob|passport(?:_?number)?|national_?id|tax_?id|(?:street|postal|mailing|home)_?address|medical_?record(?:_?number)?|diagnosis|salary|bank_?account(?:_?number)?)$/i;

/** Camel case counts as snake case. */
export const isPersonal = (name: string): boolean =>
  name.length <= 40 && PERSONAL.test(name.replace(/([a-z])([A-Z])/g, '$1_$2'));
