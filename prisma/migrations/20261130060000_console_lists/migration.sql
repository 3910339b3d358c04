-- What the Console lists of every organization at once, in the order of its pages.
CREATE INDEX "audit_event_at_id_idx" ON "audit_event"("at", "id");

CREATE INDEX "organization_created_at_id_idx" ON "organization"("created_at", "id");

CREATE INDEX "ticket_last_message_at_number_idx" ON "ticket"("last_message_at", "number");

CREATE INDEX "ticket_created_at_number_idx" ON "ticket"("created_at", "number");
