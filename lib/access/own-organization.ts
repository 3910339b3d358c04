/** Why somebody of staff may not; screens say it before they try. */
export const OWN_ORGANIZATION = 'You belong to this organization. Ask a colleague to do this.'
