/** What the license API says of a license that is in force. */
export function told(row) {
  const expired = row.valid_until <= new Date()
  return {
    license_key: row.key,
    license_active: row.activated_at !== null,
    active: !expired,
    is_expired: expired,
    license_type: 'TIME_LIMITED',
    validity_period: row.valid_until.toISOString(),
    max_activations: 0,
    product_details: { product_name: row.name, short_code: row.product_code },
    customer: {
      company_name: row.customer_company,
      email: row.customer_email,
      first_name: row.customer_first_name,
      last_name: row.customer_last_name,
    },
    custom_fields: [{ name: 'mau_threshold', value: String(row.mau_threshold) }],
    reason: 'VALID',
  }
}
