/** What the desk calls the item of a case; a routing rule of the community sends it to the committee's own queue. */
export const MEDIATION_CODE = 'mediation_case'
