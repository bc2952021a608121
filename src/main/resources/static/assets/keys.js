'use strict';

// Single keys for the work list and its tasks, on pages that say which. Whoever speaks to the computer, or whose fingers slip,
// turns them off (WCAG 2.1.4).
var KEYS_OFF = 'banshi-keys-off';

function goAlong(step) {
  var rows = Array.from(document.querySelectorAll('#list tbody tr'));
  var here = document.activeElement.closest('#list tbody tr');
  var next = here ? rows[rows.indexOf(here) + step] : rows[0];
  if (next) {
    next.querySelector('td a').focus();
  }
}

function press(selector, within) {
  var found = within && within.querySelector(selector);
  if (found) {
    found.click();
  }
}

// The row that has the focus; on a task's own page the whole of it.
function place() {
  return document.getElementById('list')
    ? document.activeElement.closest('#list tbody tr')
    : document;
}

var KEYS = {
  j: function () {
    goAlong(1);
  },
  k: function () {
    goAlong(-1);
  },
  x: function () {
    press('.pick input', place());
  },
  c: function () {
    press('form[action$="/claim"] button', place());
  },
  n: function () {
    press('a[data-following]', document);
  },
  u: function () {
    press('main .back a', document);
  },
  '/': function () {
    var search = document.getElementById('q');
    if (search) {
      search.focus();
    }
  },
  '?': function () {
    var help = document.getElementById('keys');
    help.open = true;
    help.querySelector('summary').focus();
  },
};

document.addEventListener('keydown', function (event) {
  var act = document.getElementById('keys') && KEYS[event.key];
  var busy = event.altKey || event.ctrlKey || event.metaKey || event.isComposing;
  if (!act || busy || event.target.closest('input:not([type=checkbox]), select, textarea')) {
    return;
  }
  if (event.key === '?' || localStorage.getItem(KEYS_OFF) === null) {
    event.preventDefault();
    act();
  }
});

document.addEventListener('DOMContentLoaded', function () {
  var help = document.getElementById('keys');
  var chosen = help && help.querySelector('input');
  if (chosen) {
    help.hidden = false;
    chosen.checked = localStorage.getItem(KEYS_OFF) === null;
    chosen.addEventListener('change', function () {
      if (chosen.checked) {
        localStorage.removeItem(KEYS_OFF);
      } else {
        localStorage.setItem(KEYS_OFF, '');
      }
    });
  }
});
