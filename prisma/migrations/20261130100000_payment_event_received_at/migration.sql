-- What the daily sweep forgets.
CREATE INDEX "payment_event_received_at_idx" ON "payment_event"("received_at");
