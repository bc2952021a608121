-- Other rights end a leave. Before they did, one that a colleague wrote down outlived a promotion, and its deputy supervised.
DELETE FROM staff_leave l
USING event_stream s
WHERE s.name = 'account:' || l.account
  AND (SELECT max(e.sequence) FROM event_log e JOIN event_type t ON t.id = e.type
       WHERE e.stream = s.id AND t.name IN ('account.roles-changed', 'account.administrator-granted'))
    > (SELECT max(e.sequence) FROM event_log e JOIN event_type t ON t.id = e.type
       WHERE e.stream = s.id AND t.name = 'account.leave-taken');
