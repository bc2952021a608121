'use strict';

// Pages work without this file. It shows how far an upload has come, and where the mistakes are.
document.addEventListener('htmx:xhr:progress', function (event) {
  var box = event.target.closest && event.target.closest('.upload');
  var bar = box && box.querySelector('progress');
  if (bar && event.detail.lengthComputable) {
    bar.hidden = false;
    bar.value = Math.round((100 * event.detail.loaded) / event.detail.total);
  }
});

// What was typed or chosen is still there: the same button tries again.
function tellFailure(event) {
  var box = event.target.closest && event.target.closest('.upload');
  var told = box ? box.querySelector('.failed') : document.getElementById('unanswered');
  if (box) {
    box.querySelector('progress').hidden = true;
  }
  if (told) {
    told.hidden = false;
  }
  // What was kept before is not what is on the page now.
  var kept = document.getElementById('kept');
  if (kept && event.target.contains && event.target.contains(kept)) {
    kept.textContent = '';
  }
}
document.addEventListener('htmx:sendError', tellFailure);
document.addEventListener('htmx:timeout', tellFailure);
document.addEventListener('htmx:beforeRequest', function (event) {
  var box = event.target.closest && event.target.closest('.upload');
  if (box) {
    box.querySelector('.failed').hidden = true;
    // What was wrong with the file before is not said of this one.
    var before = box.parentElement.querySelector(':scope > .error[id]');
    if (before) {
      before.hidden = true;
    }
  }
});
document.addEventListener('htmx:beforeOnLoad', function () {
  var told = document.getElementById('unanswered');
  if (told) {
    told.hidden = true;
  }
});

// An answer without the part that was asked for is no part of this page: what was typed stays.
document.addEventListener('htmx:beforeSwap', function (event) {
  var asker = event.detail.requestConfig.elt.closest('[hx-select]');
  var select = asker && asker.getAttribute('hx-select');
  var answer = select && new DOMParser().parseFromString(event.detail.serverResponse, 'text/html');
  if (!answer || event.detail.xhr.status === 204 || answer.querySelector(select)) {
    return;
  }
  event.detail.shouldSwap = false;
  if (event.detail.xhr.status < 400 && event.detail.xhr.responseURL) {
    window.location.assign(event.detail.xhr.responseURL);
  } else {
    tellFailure({ target: asker });
  }
});

// A page of a case is told when something happened, while somebody looks at it.
var following = { source: null, address: null, later: null };

function follow() {
  var part = document.querySelector('[data-follow]');
  var address = part && !document.hidden && window.EventSource ? part.dataset.follow : null;
  if (address === following.address) {
    return;
  }
  clearTimeout(following.later);
  if (following.source) {
    following.source.close();
  }
  following.address = address;
  following.source = address && new EventSource(address);
  if (following.source) {
    following.source.addEventListener('changed', function () {
      window.htmx.trigger(document.querySelector('[data-follow]'), 'news');
    });
    following.source.addEventListener('error', askLater);
  }
}

// Too many pages are open, or nobody is logged in any more.
function askLater() {
  if (following.source.readyState === EventSource.CLOSED) {
    following.address = null;
    following.later = setTimeout(follow, 60000);
  }
}

document.addEventListener('DOMContentLoaded', follow);
document.addEventListener('visibilitychange', follow);
document.addEventListener('htmx:afterSettle', function (event) {
  var news = document.getElementById('news');
  if (news && event.target.id === 'case') {
    news.textContent = news.dataset.words;
  }
  follow();
});

function leadToMistakes() {
  var mistakes = document.querySelector('.mistakes[role=alert]');
  if (mistakes) {
    mistakes.setAttribute('tabindex', '-1');
    mistakes.focus();
  }
}

document.addEventListener('DOMContentLoaded', leadToMistakes);

// A browser takes no more characters than fit, and says nothing: somebody has to.
document.addEventListener('input', function (event) {
  var field = event.target;
  var words = document.body.dataset.left;
  if (!words || !field.matches || !field.matches('textarea[maxlength]')) {
    return;
  }
  var left = field.maxLength - field.value.length;
  var told = field.nextElementSibling;
  if (!told || !told.matches('.left')) {
    told = document.createElement('p');
    told.className = 'hint left';
    told.setAttribute('role', 'status');
    field.after(told);
  }
  told.textContent = left > field.maxLength / 5 ? '' : words.replace('{0}', left);
});

// Replaying a case: a slider that was dragged goes where it was let go; arrows go a step.
document.addEventListener('pointerup', function (event) {
  if (event.target.matches && event.target.matches('[data-replay] input[type=range]')) {
    event.target.form.requestSubmit();
  }
});

document.addEventListener('keydown', function (event) {
  var step = { ArrowLeft: 'prev', ArrowRight: 'next' }[event.key];
  var busy = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  if (!step || busy || event.target.closest('input, select, textarea, [role=region]')) {
    return;
  }
  var link = document.querySelector('[data-replay] a[rel=' + step + ']');
  if (link) {
    event.preventDefault();
    link.click();
  }
});

// A long picture begins where the case is.
function leadToToken() {
  var token = document.querySelector('.diagram .there');
  if (token) {
    var picture = token.closest('.diagram');
    var at = token.getBoundingClientRect();
    var frame = picture.getBoundingClientRect();
    picture.scrollLeft += at.left - frame.left - frame.width / 2;
    picture.scrollTop += at.top - frame.top - frame.height / 2;
  }
}

document.addEventListener('DOMContentLoaded', leadToToken);
document.addEventListener('htmx:afterSettle', leadToToken);

// The work list renews itself: only the rows that changed, so that place, picks and focus stay. When
// nobody has touched the page for ten minutes it rests, and lets the session run out.
var touched = Date.now();
['pointerdown', 'keydown', 'wheel', 'touchmove'].forEach(function (kind) {
  document.addEventListener(
    kind,
    function () {
      touched = Date.now();
    },
    { passive: true }
  );
});

function patchRows(there, fresh) {
  var body = there.querySelector('tbody');
  var next = fresh.querySelector('tbody');
  var sameHead =
    body &&
    next &&
    there.querySelectorAll('th').length === fresh.querySelectorAll('th').length;
  if (!sameHead) {
    there.replaceWith(fresh);
    return;
  }
  var rows = Array.from(next.rows).map(function (row) {
    var own = document.getElementById(row.id);
    return own && own.dataset.mark === row.dataset.mark ? own : row;
  });
  Array.from(body.rows).forEach(function (row) {
    if (!rows.includes(row)) {
      row.remove();
    }
  });
  var at = body.firstElementChild;
  rows.forEach(function (row) {
    if (row === at) {
      at = at.nextElementSibling;
    } else {
      body.insertBefore(row, at);
    }
  });
  there.dataset.renew = fresh.dataset.renew;
}

function renewList() {
  var there = document.querySelector('[data-renew]');
  if (!there || document.hidden || Date.now() - touched > 600000) {
    return;
  }
  var asked = there.dataset.renew;
  fetch(asked)
    .then(function (answer) {
      return answer.status === 205 ? fetch(location.href) : null;
    })
    .then(function (answer) {
      return answer && answer.ok && !answer.redirected ? answer.text() : null;
    })
    .then(function (text) {
      there = document.querySelector('[data-renew]');
      if (!text || !there || there.dataset.renew !== asked) {
        return;
      }
      var page = new DOMParser().parseFromString(text, 'text/html');
      var fresh = page.querySelector('[data-renew]');
      if (fresh) {
        patchRows(there, fresh);
        document.getElementById('count').textContent = page.getElementById('count').textContent;
        var said = document.getElementById('renewed');
        said.textContent = said.dataset.said;
      }
    })
    // Off line for a moment: the next round tries again.
    .catch(function () {});
}

setInterval(renewList, 15000);

// Sheets and slips that are signed or taken home.
document.addEventListener('DOMContentLoaded', function () {
  document.querySelectorAll('[data-print]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      window.print();
    });
  });
});
