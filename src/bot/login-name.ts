/** `i:0#.f|membership|person@place.example` is the login name of `person@place.example`. */
export function isLoginOf(loginName: string, userPrincipalName: string): boolean {
  const name = loginName.split("|").at(-1);
  return name !== "" && name?.toLowerCase() === userPrincipalName.toLowerCase();
}
