-- A price is compared for about a day while Stripe does not answer (a minute, doubling).
INSERT INTO jobs.queue (name, policy, retry_limit, retry_delay, retry_backoff, expire_seconds)
VALUES ('price', 'standard', 10, 60, true, 120);
