;; Eglot in batch mode against `sallyport lsp --stdio`: diagnostics, code action with resolve, apply, save.
(require 'eglot)
(require 'flymake)
(require 'cl-lib)
(setq eglot-autoshutdown t
      eglot-confirm-server-initiated-edits nil
      eglot-sync-connect 20
      flymake-no-changes-timeout 0.05)

(defalias 'y-or-n-p (lambda (&rest _) t)) ; eglot asks before it edits a file that is not open

(defun wait-for (what predicate)
  (let ((end (+ (float-time) 30)))
    (while (and (not (funcall predicate)) (< (float-time) end))
      (accept-process-output nil 0.05))
    (unless (funcall predicate)
      (message "FAIL timed out: %s" what)
      (kill-emacs 1))))

(defun finding ()
  (cl-find-if (lambda (diagnostic) (string-match-p (getenv "RULE") (flymake-diagnostic-text diagnostic)))
              (flymake-diagnostics)))

(let ((file (getenv "FILE"))
      (command (list (getenv "NODE") (getenv "CLI") "lsp" "--stdio")))
  (find-file file)
  (python-mode)
  (eglot '(python-mode) (cons 'transient (file-name-directory file)) 'eglot-lsp-server command "python")
  (wait-for "eglot manages the buffer" #'eglot-managed-p)
  (flymake-start)
  (wait-for "the finding" #'finding)
  (let* ((found (finding))
         (actions (eglot-code-actions (flymake-diagnostic-beg found) (flymake-diagnostic-end found) nil nil))
         (chosen (cl-find-if (lambda (action) (string-match-p (getenv "TITLE") (plist-get action :title)))
                             (append actions nil))))
    (unless chosen
      (message "FAIL the fix was not offered: %S" (mapcar (lambda (action) (plist-get action :title)) actions))
      (kill-emacs 1))
    (unless (plist-get chosen :edit)
      (setq chosen (jsonrpc-request (eglot-current-server) :codeAction/resolve chosen)))
    (eglot--apply-workspace-edit (plist-get chosen :edit)))
  (find-file file)
  (save-some-buffers t) ; in batch mode nothing is idle, so saving is what tells the server
  (wait-for "the finding to go away" (lambda () (not (finding))))
  (eglot-shutdown (eglot-current-server))
  (message "PASS"))
