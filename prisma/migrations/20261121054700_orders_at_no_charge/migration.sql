-- A renewal may cost nothing: Stripe takes credits and coupons into account.
ALTER TABLE "order" DROP CONSTRAINT "order_amount_positive";
ALTER TABLE "order" ADD CONSTRAINT "order_amount_not_negative" CHECK ("amount" >= 0 AND "price" > 0);
