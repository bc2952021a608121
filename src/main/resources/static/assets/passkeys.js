'use strict';

// Face or fingerprint: carries questions from the server to the device, and its answers back.
(function () {
  var box = document.querySelector('[data-passkey]');
  if (!box || !window.PublicKeyCredential) {
    return;
  }
  box.hidden = false;
  var purpose = box.getAttribute('data-passkey');
  var failed = box.querySelector('[role=alert]');

  function bytes(text) {
    var plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(plain, function (letter) { return letter.charCodeAt(0); });
  }

  function text(buffer) {
    var plain = String.fromCharCode.apply(null, new Uint8Array(buffer));
    return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  }

  function post(path, body) {
    return fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'Content-Type': 'application/json',
        'X-XSRF-TOKEN': document.querySelector('input[name=_csrf]').value
      },
      body: JSON.stringify(body)
    }).then(function (answer) {
      if (!answer.ok) {
        throw new Error('refused');
      }
      return answer.json();
    });
  }

  function withBytes(options) {
    options.challenge = bytes(options.challenge);
    if (options.user) {
      options.user.id = bytes(options.user.id);
    }
    ['excludeCredentials', 'allowCredentials'].forEach(function (list) {
      (options[list] || []).forEach(function (one) { one.id = bytes(one.id); });
    });
    return options;
  }

  function inText(credential) {
    var response = {};
    ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'].forEach(
      function (part) {
        if (credential.response[part]) {
          response[part] = text(credential.response[part]);
        }
      });
    if (credential.response.getTransports) {
      response.transports = credential.response.getTransports();
    }
    return {
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response: response,
      clientExtensionResults: credential.getClientExtensionResults(),
      authenticatorAttachment: credential.authenticatorAttachment
    };
  }

  function add() {
    return post('/sign-in/passkeys/options', {})
      .then(function (options) { return navigator.credentials.create({ publicKey: withBytes(options) }); })
      .then(function (credential) {
        var label = box.querySelector('input[name=label]').value || 'passkey';
        return post('/sign-in/passkeys', { credential: inText(credential), label: label });
      });
  }

  function prove(path) {
    return post('/sign-in/passkey/options', {})
      .then(function (options) { return navigator.credentials.get({ publicKey: withBytes(options) }); })
      .then(function (credential) {
        var to = encodeURIComponent(box.getAttribute('data-to') || '/');
        return post(path + '?to=' + to, inText(credential));
      });
  }

  box.querySelector('button').addEventListener('click', function () {
    failed.hidden = true;
    var proof =
      purpose === 'add' ? add()
        : prove(purpose === 'verify' ? '/sign-in/passkey/verification' : '/sign-in/passkey');
    proof.then(
      function (answer) { window.location.assign(answer.leadsTo); },
      function () { failed.hidden = false; });
  });
})();
