/** What was done, as the end of a sentence that begins with who did it; `{}` stands for the object's name. */
const SENTENCES: Record<string, string> = {
  'account.address': 'took the address that GitHub verified over to the account {}',
  'account.create': 'signed in for the first time',
  'account.github-rename': 'noted that the GitHub user of {} was renamed',
  'account.link': 'linked {} as a way to sign in',
  'account.rename': 'changed the name of the account to {}',
  'account.sign-in-link': 'made a sign-in link for {}',
  'account.unlink': 'removed a way to sign in from {}',
  'audit.export': 'exported the audit log',
  'client.create': 'created the API client {}',
  'client.delete': 'deleted the API client {}',
  'client.enroll': 'made an initial access token',
  'client.register': 'registered the client {}',
  'client.rotate-secret': 'changed the secret of the API client {}',
  'client.update': 'changed the registration of the client {}',
  'configuration.set': 'changed the configuration {}',
  'credits.create-product': 'added the SCAN product {}',
  'credits.change-product': 'changed the SCAN product {}',
  'credits.grant': 'granted SCAN credits to {}',
  'credits.low': 'told owners and admins that the SCAN credits of {} are low',
  'credits.sign-up': 'signed {} up for SCAN',
  'credits.threshold': 'changed the threshold of the SCAN credits of {}',
  'invitation.resend': 'sent the invitation of {} again',
  'invitation.send': 'invited {}',
  'invitation.withdraw': 'withdrew the invitation of {}',
  'keys.change-algorithm': 'changed the algorithm of the signing key {}',
  'keys.rotate': 'rotated the signing key {}',
  'license.activate': 'activated the license {}',
  'license.change': 'changed the terms of the license {}',
  'license.document': 'downloaded the signed document of the license {}',
  'license.expire': 'found the license {} expired',
  'license.issue': 'issued the license {}',
  'license.note': 'changed the notes on the license {}',
  'license.remind': 'mailed that the license {} ends soon',
  'license.replace': 'ended the license {} for another one',
  'license.resume': 'resumed the license {}',
  'license.revoke': 'revoked the license {}',
  'license.suspend': 'suspended the license {}',
  'license.trial': 'started the free trial {}',
  'member.change-role': 'changed the role of {}',
  'member.join': 'joined the organization',
  'member.leave': 'left the organization',
  'member.remove': 'removed the member {}',
  'order.export': 'exported the billing history',
  'order.pay': 'marked the order {} as paid',
  'order.place': 'placed the order {}',
  'order.refund': 'noted that the order {} was refunded',
  'order.refund-failed': 'noted that the refund of the order {} did not arrive',
  'order.to-refund': 'noted that the payment of the order {} is to be refunded',
  'order.void': 'closed the order {} unpaid',
  'organization.create': 'created the organization {}',
  'organization.rename': 'renamed the organization to {}',
  'plan.change': 'changed the plan {}',
  'plan.create': 'made the plan {}',
  'repository.access-lost': 'found that GitHub no longer accepts the access of {}',
  'repository.allow': 'let this portal read the repositories of {} at GitHub',
  'repository.choose': 'chose the repository {}',
  'repository.clear': 'works on the repository {} no more',
  'repository.remove-access': 'took back the access to the repositories of {} at GitHub',
  'session.end': 'ended a session',
  'session.start': 'signed in',
  'ssa.hook-failed': 'could not tell the extension module of revoked SSAs, such as {}',
  'ssa.issue': 'created the SSA {}',
  'ssa.reveal': 'showed the JWT of the SSA {}',
  'ssa.revoke': 'revoked the SSA {}',
  'ssa.use': 'used the one-time SSA {}',
  'staff.grant': 'granted a platform role to {}',
  'staff.revoke': 'took a platform role from {}',
  'ticket.answer': 'answered the ticket {}',
  'ticket.assign': 'assigned the ticket {}',
  'ticket.close': 'closed the ticket {}',
  'ticket.note': 'left an internal note on the ticket {}',
  'ticket.open': 'opened the ticket {}',
  'ticket.reopen': 'opened the ticket {} again',
  'ticket.reply': 'wrote in the ticket {}',
  'subscription.cancel': 'canceled the subscription {} at the end of its period',
  'subscription.change': 'changed the plan of the subscription {}',
  'subscription.end': 'ended the subscription {}',
  'subscription.keep': 'took the cancellation of the subscription {} back',
  'subscription.late': 'found the payment of the subscription {} late',
  'subscription.payment-method': 'went to change the payment method of the subscription {}',
  'subscription.renew': 'renewed the subscription {}',
  'subscription.start': 'started the subscription {}',
  'usage.correct': 'corrected the monthly active users of {}',
  'usage.report': 'reported the monthly active users of {}',
  'token.revoke': 'revoked an access token of the client {}',
}

/** A sentence in three parts, so that a screen can link the name. */
export interface Sentence {
  before: string
  name: string | null
  after: string
}

/** Says what an entry tells. An action without a sentence of its own is said in its own words. */
export function sentenceOf({ action, objectName }: { action: string; objectName: string }): Sentence {
  const sentence = SENTENCES[action] ?? `${action.replace(/[.-]/g, ' ')} {}`
  const [before = '', after] = sentence.split('{}')
  return { before: before.trim(), name: after === undefined ? null : objectName, after: after?.trim() ?? '' }
}

/** The actions to filter by, each in words. */
export const AUDIT_ACTIONS = Object.entries(SENTENCES).map(([action, sentence]) => ({
  value: action,
  label: capitalized(sentence.replace(' {}', ' …')),
}))

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
