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

// To what is to be done: how the task can end, else how to get it.
function goToDoing() {
  var doing = document.querySelector('.do');
  var first =
    doing &&
    (doing.querySelector('.outcomes a[aria-current]') ||
      doing.querySelector('.outcomes a') ||
      doing.querySelector('button'));
  if (first) {
    first.focus();
  }
}

// Whoever chose by a key goes on in the form that then comes.
var intoForm = false;

function choose(digit) {
  var outcome = document.querySelectorAll('.do .outcomes a')[digit - 1];
  if (outcome) {
    intoForm = true;
    outcome.click();
  }
}

document.addEventListener('htmx:afterSettle', function () {
  var first =
    intoForm && document.querySelector('#fill :is(input:not([type=hidden]), select, textarea, .primary)');
  intoForm = false;
  if (first) {
    first.focus();
  }
});

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
  d: goToDoing,
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
  var digit = /^[1-9]$/.test(event.key) && choose.bind(null, Number(event.key));
  var act = document.getElementById('keys') && (KEYS[event.key] || digit);
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
