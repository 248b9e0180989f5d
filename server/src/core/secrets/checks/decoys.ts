/**
 * AWS accounts of services that hand out keys as bait and tell their owner who tries them: Thinkst's canarytokens.org and imitations of it
 * (trufflesecurity/trufflehog, pkg/detectors/aws/access_keys/canary.go).
 */
const decoyAccounts: ReadonlySet<string> = new Set(
  (
    '044858866125 052310077262 171436882533 251535659677 266735846894 344043088457 351906852752 390477818340 426127672474 427150556519 439872796651 ' +
    '445142720921 465867158099 534261010715 595918472158 637958123769 693412236332 717712589309 730335385048 732624840810 735421457923 819147034852 ' +
    '893192397702 959235150393 982842642351 992382622183'
  ).split(' '),
);

export const isDecoyAccount = (account: string): boolean => decoyAccounts.has(account);
