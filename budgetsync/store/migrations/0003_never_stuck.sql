-- Part 4: nothing stays stuck, nothing fails in silence.

-- Requests and retries (store/queue.py, store/breakers.py, store/quotas.py)

-- Time and surroundings (store/schedules.py)

-- What a person is told (store/dead_letters.py, store/notices.py, store/health.py)

-- Links and consent (store/items.py)
