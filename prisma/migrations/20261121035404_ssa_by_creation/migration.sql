-- The list of a platform client: all organizations, the newest first.
CREATE INDEX "ssa_created_at_jti_idx" ON "ssa"("created_at", "jti");
